using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.Union{TSource}(IEnumerable{TSource}, IEnumerable{TSource})"/>: the first record of its value passes.</summary>
        public static IEnumerable<TSource> Union<TLineage, TSource>(IEnumerable<TSource> first, IEnumerable<TSource> second, int site) where TLineage : struct, ILineage
            => Union<TLineage, TSource>(first, second, null, site);

        /// <summary>The woven form of <see cref="Enumerable.Union{TSource}(IEnumerable{TSource}, IEnumerable{TSource}, IEqualityComparer{TSource})"/>: the first record of its value passes.</summary>
        public static IEnumerable<TSource> Union<TLineage, TSource>(IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource>? comparer, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || first is null || second is null) return Enumerable.Union(first!, second!, comparer);
            return new Operators.UnionFlow<TSource>(first.AsFlow(site), second.AsFlow(site, argument: 1), comparer, site, WitnessSetting.KeepsAll);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>Union. One that continues another with an equal comparer hashes each record once, as LINQ's does.</summary>
    internal sealed class UnionFlow<T>(Flow<T> first, Flow<T> second, IEqualityComparer<T>? comparer, int site, bool keepsAll)
        : BranchedFlow<T>(first, second, first is UnionFlow<T> union && union.HasComparer(comparer) && union._keepsAll == keepsAll ? union : null, site)
    {
        private const int LeastCapacity = 7;

        private readonly IEqualityComparer<T>? _comparer = comparer;
        private readonly bool _keepsAll = keepsAll;
        private Flow<T>? _records;
        private HashSet<T>? _seen;
        private WitnessSet<T>? _witnesses; // in its place, where all are kept
        private bool _choseFirst;          // then nothing else was read, and the record passes
        private int _branch;

        internal override int Step => _keepsAll && !_choseFirst ? 0 : base.Step; // where all are kept, spans are issued here

        protected override Flow<T> Clone() => new UnionFlow<T>(Head, Tail, _comparer, Site, _keepsAll);

        public override bool MoveNext()
        {
            if (State == Started)
            {
                Entered = Branches();
                _records = Entered[0] = Entered[0].Start(); // when this throws, the next call tries again, as LINQ's iterator does
                _branch = 0;
                State = Started + 1;
            }
            if (State != Started + 1) return false;
            do
            {
                while (_records is { } records && records.MoveNext())
                {
                    if (!IsFirst(records, out ulong span)) continue;
                    Value = records.Value;
                    Span = span;
                    return true;
                }
            }
            while (MoveToNextBranch());
            Dispose();
            return false;
        }

        public override void Dispose()
        {
            if (_records is { } records)
            {
                _records = null;
                _seen = null;
                records.Dispose();
            }
            base.Dispose();
            _witnesses?.Complete(Site, base.Step);
            _witnesses = null;
        }

        protected override void OnStart() => _choseFirst = false;

        internal override Chosen<T> First(bool traced)
        {
            _choseFirst = true;
            return base.First(traced);
        }

        internal override int GetCount(bool onlyIfCheap)
        {
            if (onlyIfCheap) return -1;
            ColumnBuilder spans = ColumnBuilder.Rent();
            int count = CountTraced(spans, cheaply: false, out _);
            spans.Abandon();
            return count;
        }

        internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step) => _keepsAll ? ToListOfAll(spans, out step).Count : ToSet(spans, out step).Count;

        internal override bool Contains(T value) => _comparer is null ? Array.Exists(Branches(), branch => branch.Contains(value)) : base.Contains(value);

        internal override T[] ToArray(ColumnBuilder spans, out int step)
        {
            if (_keepsAll) return [.. ToListOfAll(spans, out step)];
            HashSet<T> set = ToSet(spans, out step);
            if (set.Count == 0) return [];
            var array = new T[set.Count];
            set.CopyTo(array);
            return array;
        }

        internal override List<T> ToList(ColumnBuilder spans, out int step) => _keepsAll ? ToListOfAll(spans, out step) : [.. ToSet(spans, out step)];

        private HashSet<T> ToSet(ColumnBuilder spans, out int step)
        {
            var set = new HashSet<T>(_comparer);
            step = StepOf(Array.ConvertAll(Branches(), branch => Materialise.AddFirstWitnesses(branch, set, spans)));
            return set;
        }

        private List<T> ToListOfAll(ColumnBuilder spans, out int step)
        {
            var list = new List<T>();
            var witnesses = new WitnessSet<T>(_comparer);
            witnesses.Complete(Site, StepOf(Array.ConvertAll(Branches(), branch =>
            {
                using Flow<T> records = branch.Start();
                while (records.MoveNext())
                {
                    if (!witnesses.Add(records.Value, records.Span, out ulong span)) continue;
                    list.Add(records.Value);
                    spans.Add(span);
                }
                return records.Step;
            })));
            step = 0;
            return list;
        }

        private bool IsFirst(Flow<T> records, out ulong span)
        {
            if (_keepsAll)
            {
                _witnesses ??= new WitnessSet<T>(_comparer);
                return _witnesses.Add(records.Value, records.Span, out span);
            }
            _seen ??= new HashSet<T>(LeastCapacity, _comparer);
            span = records.Span;
            return _seen.Add(records.Value);
        }

        private bool HasComparer(IEqualityComparer<T>? comparer) => (_comparer ?? EqualityComparer<T>.Default).Equals(comparer ?? EqualityComparer<T>.Default);

        // LINQ starts the next branch before it disposes of the one before.
        private bool MoveToNextBranch()
        {
            if (++_branch == Entered!.Length) return false;
            Flow<T> next = Entered[_branch] = Entered[_branch].Start();
            _records?.Dispose();
            _records = next;
            return true;
        }
    }
}
