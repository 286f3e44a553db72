using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.UnionBy(first, second, keySelector)</c>: the first record of its key passes.</summary>
        public static IEnumerable<TSource> UnionBy<TLineage, TSource, TKey>(
            IEnumerable<TSource> first, IEnumerable<TSource> second, Func<TSource, TKey> keySelector, int site)
            where TLineage : struct, ILineage
            => UnionBy<TLineage, TSource, TKey>(first, second, keySelector, null, site);

        /// <summary>The woven form of <c>Enumerable.UnionBy(first, second, keySelector, comparer)</c>: the first record of its key passes.</summary>
        public static IEnumerable<TSource> UnionBy<TLineage, TSource, TKey>(
            IEnumerable<TSource> first, IEnumerable<TSource> second, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || first is null || second is null || keySelector is null) return Enumerable.UnionBy(first!, second!, keySelector!, comparer);
            return new Operators.UnionByFlow<TSource, TKey>(first.AsFlow(site), second.AsFlow(site, argument: 1), keySelector, comparer, site, WitnessSetting.KeepsAll);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>UnionBy.</summary>
    internal sealed class UnionByFlow<T, TKey>(Flow<T> first, Flow<T> second, Func<T, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site, bool keepsAll)
        : BranchedFlow<T>(first, second, null, site)
    {
        private const int LeastCapacity = 7;

        private Flow<T>? _records;
        private HashSet<TKey>? _seen;
        private WitnessSet<TKey>? _witnesses; // in its place, where all are kept
        private int _branch;

        internal override bool IsIterator => false;

        internal override int Step => keepsAll ? 0 : base.Step; // then spans are issued here

        protected override Flow<T> Clone() => new UnionByFlow<T, TKey>(Head, Tail, keySelector, comparer, Site, keepsAll);

        public override bool MoveNext()
        {
            bool moved = false;
            try
            {
                return moved = Next();
            }
            finally
            {
                if (!moved) Dispose();
            }
        }

        private bool Next()
        {
            if (State == Started)
            {
                Entered = Branches();
                _branch = -1;
                if (keepsAll) _witnesses = new WitnessSet<TKey>(comparer);
                else _seen = new HashSet<TKey>(LeastCapacity, comparer);
                State = Started + 1;
            }
            if (State != Started + 1) return false;
            do
            {
                while (_records is { } records && records.MoveNext())
                {
                    ulong span = records.Span;
                    TKey key = keySelector(records.Value);
                    if (_witnesses is { } witnesses ? !witnesses.Add(key, records.Span, out span) : !_seen!.Add(key)) continue;
                    Value = records.Value;
                    Span = span;
                    return true;
                }
            }
            while (MoveToNextBranch());
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

        internal override Chosen<T> First(bool traced)
        {
            using Flow<T> records = Start();
            return records.MoveNext() ? records.Choose() : default;
        }

        private bool MoveToNextBranch()
        {
            if (++_branch == Entered!.Length) return false;
            _records?.Dispose();
            _records = Entered[_branch] = Entered[_branch].Start();
            return true;
        }
    }
}
