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
            return new Operators.UnionFlow<TSource>(first.AsFlow(site), second.AsFlow(site, argument: 1), comparer, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>Union. One that continues another with an equal comparer hashes each record once, as LINQ's does.</summary>
    internal sealed class UnionFlow<T>(Flow<T> first, Flow<T> second, IEqualityComparer<T>? comparer, int site)
        : BranchedFlow<T>(first, second, first is UnionFlow<T> union && union.HasComparer(comparer) ? union : null, site)
    {
        private const int LeastCapacity = 7;

        private readonly IEqualityComparer<T>? _comparer = comparer;
        private Flow<T>? _records;
        private HashSet<T>? _seen;
        private int _branch;

        protected override Flow<T> Clone() => new UnionFlow<T>(Head, Tail, _comparer, Site);

        public override bool MoveNext()
        {
            if (State == Started)
            {
                Entered = Branches();
                _branch = -1;
                State = Started + 1;
            }
            if (State != Started + 1) return false;
            do
            {
                while (_records is { } records && records.MoveNext())
                {
                    _seen ??= new HashSet<T>(LeastCapacity, _comparer);
                    if (!_seen.Add(records.Value)) continue;
                    Value = records.Value;
                    Span = records.Span;
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
        }

        internal override int GetCount(bool onlyIfCheap)
        {
            if (onlyIfCheap) return -1;
            ColumnBuilder spans = ColumnBuilder.Rent();
            int count = CountTraced(spans, cheaply: false, out _);
            spans.Abandon();
            return count;
        }

        internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step) => ToSet(spans, out step).Count;

        internal override bool Contains(T value) => _comparer is null ? Array.Exists(Branches(), branch => branch.Contains(value)) : base.Contains(value);

        internal override T[] ToArray(ColumnBuilder spans, out int step)
        {
            HashSet<T> set = ToSet(spans, out step);
            if (set.Count == 0) return [];
            var array = new T[set.Count];
            set.CopyTo(array);
            return array;
        }

        internal override List<T> ToList(ColumnBuilder spans, out int step) => [.. ToSet(spans, out step)];

        private HashSet<T> ToSet(ColumnBuilder spans, out int step)
        {
            var set = new HashSet<T>(_comparer);
            step = StepOf(Array.ConvertAll(Branches(), branch => Materialise.AddFirstWitnesses(branch, set, spans)));
            return set;
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
