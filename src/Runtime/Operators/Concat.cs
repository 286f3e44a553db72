using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.Concat{TSource}"/>: records pass with their spans.</summary>
        public static IEnumerable<TSource> Concat<TLineage, TSource>(IEnumerable<TSource> first, IEnumerable<TSource> second, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || first is null || second is null) return Enumerable.Concat(first!, second!);
            if (first is TSource[] { Length: 0 }) return second;
            if (second is TSource[] { Length: 0 }) return first;
            return new Operators.ConcatFlow<TSource>(first.AsFlow(site), second.AsFlow(site, argument: 1), site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>Concat.</summary>
    internal sealed class ConcatFlow<T>(Flow<T> first, Flow<T> second, int site) : BranchedFlow<T>(first, second, first as ConcatFlow<T>, site)
    {
        private Flow<T>? _records;
        private int _branch;

        internal override bool CountsInOrder => Array.TrueForAll(Branches(), branch => branch.CountsInOrder);

        protected override Flow<T> Clone() => new ConcatFlow<T>(Head, Tail, Site);

        public override bool MoveNext()
        {
            if (_records is { } records && records.MoveNext())
            {
                Value = records.Value;
                Span = records.Span;
                return true;
            }
            return MoveToNextBranch();
        }

        public override void Dispose()
        {
            if (_records is { } records)
            {
                _records = null;
                records.Dispose();
            }
            base.Dispose();
        }

        internal override int GetCount(bool onlyIfCheap)
        {
            int count = 0;
            Flow<T>[] branches = Branches();
            if (onlyIfCheap && branches.Length > 2 && !Array.TrueForAll(branches, IsCollection)) return -1; // LINQ does not look closer
            for (int i = 0; i < branches.Length; i++)
            {
                int part = onlyIfCheap || CountsCheaply(i) ? branches[i].GetCount(onlyIfCheap: true) : -1;
                if (part < 0)
                {
                    if (onlyIfCheap) return -1;
                    part = branches[i].GetCount(onlyIfCheap: false);
                }
                count = checked(count + part);
            }
            return count;
        }

        internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
        {
            int count = 0;
            Flow<T>[] branches = Branches();
            var steps = new int[branches.Length];
            for (int i = 0; i < branches.Length; i++) count = checked(count + branches[i].CountTraced(spans, cheaply || CountsCheaply(i), out steps[i]));
            step = StepOf(steps);
            return count;
        }

        internal override Chosen<T> ElementAt(int index, bool traced)
        {
            if (index < 0) return default;
            foreach (Flow<T> branch in Branches())
            {
                int count = branch.GetCount(onlyIfCheap: true);
                if (count >= 0)
                {
                    if (index < count) return branch.ElementAt(index, traced);
                    index -= count;
                    continue;
                }
                using Flow<T> records = branch.Start();
                while (records.Advance())
                {
                    if (index-- != 0) continue;
                    records.ReadValue();
                    return records.Choose();
                }
            }
            return default;
        }

        internal override Chosen<T> Last(bool traced)
        {
            Flow<T>[] branches = Branches();
            for (int i = branches.Length - 1; i >= 0; i--)
            {
                Chosen<T> chosen = branches[i].Last(traced);
                if (chosen.Found) return chosen;
            }
            return default;
        }

        // LINQ asks a chain's last branches first, down to the first two, which it asks in their order.
        internal override bool Contains(T value)
        {
            Flow<T>[] branches = Branches();
            for (int i = branches.Length - 1; i >= 2; i--)
            {
                if (branches[i].Contains(value)) return true;
            }
            return branches[0].Contains(value) || branches[1].Contains(value);
        }

        protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans)
        {
            Flow<T>[] branches = Branches();
            if (Array.TrueForAll(branches, IsCollection)) GetCount(onlyIfCheap: true); // LINQ allocates for all of them first, and throws when they are too many
            var steps = new int[branches.Length];
            for (int i = 0; i < branches.Length; i++) steps[i] = branches[i].Drain(values, spans);
            return StepOf(steps);
        }

        // Of the first two branches LINQ asks for the number; those of the others it counts.
        private static bool CountsCheaply(int branch) => branch < 2;

        private static bool IsCollection(Flow<T> branch) => branch is ICollection<T> || branch.Entering is not null;

        private bool MoveToNextBranch()
        {
            if (State == Started)
            {
                Entered = Branches();
                _records = Entered[0] = Entered[0].Start(); // when this throws, the next call tries again, as LINQ's iterator does
                State = Started + 1;
                _branch = 0;
                return MoveNext();
            }
            if (State != Started + 1) return false;
            while (++_branch < Entered!.Length)
            {
                _records?.Dispose();
                _records = Entered[_branch] = Entered[_branch].Start();
                if (!_records.MoveNext()) continue;
                Value = _records.Value;
                Span = _records.Span;
                return true;
            }
            Dispose();
            return false;
        }
    }
}
