using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.Shuffle{TSource}"/>: records pass with their spans.</summary>
        public static IEnumerable<TSource> Shuffle<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null) return Enumerable.Shuffle(source!);
            return source is TSource[] { Length: 0 } ? [] : new Operators.ShuffleFlow<TSource>(source.AsFlow(site), site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>Shuffle: all records are read at the first MoveNext. What needs only some of them reads no more than LINQ does.</summary>
    internal sealed class ShuffleFlow<T>(Flow<T> source, int site) : Flow<T>
    {
        private T[] _records = [];
        private int[] _order = []; // indexes of records, in the order in which they come
        private SpanTable _spans;
        private int _next;
        private int _step = -1;    // by which the records come, once they do; else -1

        internal override int Step => _step >= 0 ? _step : Steps.Intern(site, source.Step);

        internal override bool CountsInOrder => false;

        protected override Flow<T> Clone() => new ShuffleFlow<T>(source, site);

        public override bool MoveNext()
        {
            if (State == Started)
            {
                _records = Read(out SpanColumn spans, out _step);
                _order = RandomOrder(_records.Length);
                _spans = new SpanTable(spans);
                State = Started + 1;
            }
            if (State == Started + 1 && (uint)_next < (uint)_order.Length)
            {
                int index = _order[_next++];
                Value = _records[index];
                Span = _spans[index];
                return true;
            }
            Dispose();
            return false;
        }

        public override void Dispose()
        {
            _records = [];
            _order = [];
            base.Dispose();
        }

        internal override int GetCount(bool onlyIfCheap) => source.GetCount(onlyIfCheap);

        internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
        {
            int count = source.CountTraced(spans, cheaply, out int sourceStep);
            step = Steps.Intern(site, sourceStep);
            return count;
        }

        internal override Flow<T>? Take(int count, int takeSite)
            => source.GetCount(onlyIfCheap: true) is var known && known >= 0 && known <= count
                ? base.Take(count, takeSite)
                : new RandomSampleFlow<T>(source, count, new FusedSites(takeSite, new FusedSites(site)));

        internal override Chosen<T> First(bool traced) => ElementAt(0, traced);

        internal override Chosen<T> Last(bool traced) => ElementAt(0, traced);

        internal override Chosen<T> ElementAt(int index, bool traced)
        {
            Chosen<T> chosen = RandomSample.One(source, index, long.MaxValue, traced, out int step);
            if (step >= 0) _step = Steps.Intern(site, step);
            return chosen;
        }

        internal override bool Contains(T value) => source.Contains(value);

        internal override T[] ToArray(ColumnBuilder spans, out int step)
        {
            T[] records = Read(out SpanColumn column, out step);
            var shuffled = new T[records.Length];
            Permute(records, column, shuffled, spans);
            return shuffled;
        }

        internal override List<T> ToList(ColumnBuilder spans, out int step)
        {
            T[] records = Read(out SpanColumn column, out step);
            var list = new List<T>(records.Length);
            System.Runtime.InteropServices.CollectionsMarshal.SetCount(list, records.Length);
            Permute(records, column, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list), spans);
            return list;
        }

        private static int[] RandomOrder(int count)
        {
            var order = new int[count];
            for (int i = 0; i < count; i++) order[i] = i;
            Random.Shared.Shuffle(order);
            return order;
        }

        private static void Permute(T[] records, SpanColumn column, Span<T> shuffled, ColumnBuilder spans)
        {
            var table = new SpanTable(column);
            int[] order = RandomOrder(records.Length);
            for (int i = 0; i < order.Length; i++)
            {
                shuffled[i] = records[order[i]];
                spans.Add(table[order[i]]);
            }
        }

        private T[] Read(out SpanColumn spans, out int step)
        {
            ColumnBuilder builder = ColumnBuilder.Rent();
            T[] records = source.ToArray(builder, out int sourceStep);
            spans = builder.Finish(0);
            step = Steps.Intern(site, sourceStep);
            return records;
        }
    }
}
