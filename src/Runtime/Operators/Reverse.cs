using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.Reverse{TSource}(IEnumerable{TSource})"/>: records pass with their spans.</summary>
        public static IEnumerable<TSource> Reverse<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null) return Enumerable.Reverse(source!);
            return source is TSource[] { Length: 0 } ? [] : new Operators.ReverseFlow<TSource>(source.AsFlow(site), site);
        }

        /// <summary>The woven form of <see cref="Enumerable.Reverse{TSource}(TSource[])"/>: records pass with their spans.</summary>
        public static IEnumerable<TSource> Reverse<TLineage, TSource>(TSource[] source, int site) where TLineage : struct, ILineage
            => Reverse<TLineage, TSource>((IEnumerable<TSource>)source, site);
    }
}

namespace Weft.Operators
{
    /// <summary>Reverse: all records are read at the first MoveNext.</summary>
    internal sealed class ReverseFlow<T>(Flow<T> source, int site) : Flow<T>
    {
        private T[] _records = [];
        private SpanTable _spans;
        private int _left;        // records still to come
        private int _step = -1;   // by which the records come, once they do; else -1

        internal override int Step => _step >= 0 ? _step : Steps.Intern(site, source.Step);

        internal override bool CountsInOrder => source.CountsInOrder;

        protected override Flow<T> Clone() => new ReverseFlow<T>(source, site);

        public override bool MoveNext()
        {
            if (State == Started)
            {
                _records = Read(out SpanColumn spans, out _step);
                _spans = new SpanTable(spans);
                _left = _records.Length;
                State = Started + 1;
            }
            if (State == Started + 1 && _left > 0)
            {
                _left--;
                Value = _records[_left];
                Span = _spans[_left];
                return true;
            }
            Dispose();
            return false;
        }

        public override void Dispose()
        {
            _records = [];
            base.Dispose();
        }

        internal override int GetCount(bool onlyIfCheap) => source.GetCount(onlyIfCheap);

        internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
        {
            ColumnBuilder builder = ColumnBuilder.Rent();
            int count = source.CountTraced(builder, cheaply, out int sourceStep);
            AddReversed(builder.Finish(0), spans);
            step = Steps.Intern(site, sourceStep);
            return count;
        }

        internal override Chosen<T> First(bool traced) => source.Last(traced);

        internal override Chosen<T> Last(bool traced) => source.First(traced);

        internal override Chosen<T> ElementAt(int index, bool traced)
        {
            if (source.HasIndex) return source.GetCount(onlyIfCheap: true) - 1 - index is var at && index >= 0 ? source.ElementAt(at, traced) : default;
            if (index < 0) return default;
            T[] records = Read(out SpanColumn spans, out _step);
            return records.Length - 1 - index is var last && last >= 0 ? new(records[last], spans[last]) : default;
        }

        internal override bool Contains(T value) => source.Contains(value);

        internal override T[] ToArray(ColumnBuilder spans, out int step)
        {
            T[] records = Read(out SpanColumn column, out step);
            Array.Reverse(records);
            AddReversed(column, spans);
            return records;
        }

        internal override List<T> ToList(ColumnBuilder spans, out int step)
        {
            ColumnBuilder builder = ColumnBuilder.Rent();
            List<T> list = source.ToList(builder, out int sourceStep);
            step = Steps.Intern(site, sourceStep);
            list.Reverse();
            AddReversed(builder.Finish(0), spans);
            return list;
        }

        private T[] Read(out SpanColumn spans, out int step)
        {
            ColumnBuilder builder = ColumnBuilder.Rent();
            T[] records = source.ToArray(builder, out int sourceStep);
            spans = builder.Finish(0);
            step = Steps.Intern(site, sourceStep);
            return records;
        }

        private static void AddReversed(SpanColumn column, ColumnBuilder spans)
        {
            var table = new SpanTable(column);
            for (int i = column.Count - 1; i >= 0; i--) spans.Add(table[i]);
        }
    }
}
