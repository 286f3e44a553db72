using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.Distinct{TSource}(IEnumerable{TSource})"/>: the first record of its value passes.</summary>
        public static IEnumerable<TSource> Distinct<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
            => Distinct<TLineage, TSource>(source, null, site);

        /// <summary>The woven form of <see cref="Enumerable.Distinct{TSource}(IEnumerable{TSource}, IEqualityComparer{TSource})"/>: the first record of its value passes.</summary>
        public static IEnumerable<TSource> Distinct<TLineage, TSource>(IEnumerable<TSource> source, IEqualityComparer<TSource>? comparer, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null) return Enumerable.Distinct(source!, comparer);
            return source is TSource[] { Length: 0 } ? [] : new Operators.DistinctFlow<TSource>(source.AsFlow(site), comparer, site, WitnessSetting.KeepsAll);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>Distinct.</summary>
    internal sealed class DistinctFlow<T>(Flow<T> source, IEqualityComparer<T>? comparer, int site, bool keepsAll) : PassFlow<T, T>(source, site)
    {
        private const int LeastCapacity = 7;

        private HashSet<T>? _seen;
        private WitnessSet<T>? _witnesses; // in its place, where all are kept

        private bool _choseFirst;          // then nothing else was read, and the record passes

        internal override int Step => keepsAll && !_choseFirst ? 0 : base.Step; // where all are kept, spans are issued here

        protected override Flow<T> Clone() => new DistinctFlow<T>(Source, comparer, Site, keepsAll);

        public override bool MoveNext() => State == Started ? MoveToFirst(MoveOn) : MoveOn();

        private bool MoveOn()
        {
            if (Open() is not { } records) return false;
            if (keepsAll) return MoveToNextOfAll(records);
            while (records.MoveNext())
            {
                _seen ??= new HashSet<T>(LeastCapacity, comparer);
                if (!_seen.Add(records.Value)) continue;
                Value = records.Value;
                Span = records.Span;
                return true;
            }
            Dispose();
            return false;
        }

        public override void Dispose()
        {
            _seen = null;
            base.Dispose();
            _witnesses?.Complete(Site, SourceStep);
            _witnesses = null;
        }

        // LINQ counts the set that it makes of all records.
        internal override int GetCount(bool onlyIfCheap)
        {
            if (!onlyIfCheap) _ = Source.CountForConstructor;
            return base.GetCount(onlyIfCheap);
        }

        internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step) => PassesAll ? ToSet(spans, out step).Count : base.CountTraced(spans, cheaply, out step);

        protected override void OnStart() => _choseFirst = false;

        internal override Chosen<T> First(bool traced)
        {
            _choseFirst = true;
            return Source.First(traced);
        }

        internal override bool Contains(T value) => comparer is null ? Source.Contains(value) : base.Contains(value);

        internal override T[] ToArray(ColumnBuilder spans, out int step)
        {
            if (!PassesAll) return base.ToArray(spans, out step);
            HashSet<T> set = ToSet(spans, out step);
            if (set.Count == 0) return [];
            var array = new T[set.Count];
            set.CopyTo(array);
            return array;
        }

        internal override List<T> ToList(ColumnBuilder spans, out int step) => PassesAll ? [.. ToSet(spans, out step)] : base.ToList(spans, out step);

        // Whether every result has the span of a record: a set of the same comparer has no duplicates, and is copied.
        private bool PassesAll => !keepsAll || Materialise.IsCopied(Source, comparer);

        private bool MoveToNextOfAll(Flow<T> records)
        {
            while (records.MoveNext())
            {
                _witnesses ??= new WitnessSet<T>(comparer);
                if (!_witnesses.Add(records.Value, records.Span, out ulong span)) continue;
                Value = records.Value;
                Span = span;
                return true;
            }
            Dispose();
            return false;
        }

        private HashSet<T> ToSet(ColumnBuilder spans, out int step)
        {
            HashSet<T> set = Materialise.FirstWitnesses(Source, comparer, spans, out int sourceStep);
            step = Steps.Intern(Site, sourceStep);
            return set;
        }
    }
}
