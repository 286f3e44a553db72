using System.Collections;

namespace Weft.Flows.Async;

/// <summary>A synchronous sequence, read asynchronously: records keep the spans that they have in it.</summary>
internal sealed class AsyncItemsFlow<T>(IEnumerable<T> source, int site) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        if (source is T[] or List<T>)
        {
            var items = new Items((IList<T>)source, span, site);
            way = items.Way;
            return items;
        }
        if (source is IList<T> list)
        {
            var indexed = new Indexed(list, span, site);
            way = indexed.Way;
            return AsyncEnumerable.ToAsyncEnumerable(indexed);
        }
        var records = new Records(source.AsFlow(site), span);
        way = records.Way;
        return AsyncEnumerable.ToAsyncEnumerable(records);
    }

    private sealed class LateWay : Way
    {
        internal int StepOfSource;

        internal override int Step => StepOfSource;
    }

    // The spans of a collection that is read by index; found out at the first record.
    private sealed class Spans(IList<T> items, int site)
    {
        private SpanReader _spans;
        private int _known; // number of records that _spans knows

        internal LateWay Way { get; } = new();

        internal ulong At(int index)
        {
            if (!_spans.IsOpen)
            {
                _known = items.Count;
                _spans = Origin.Open(items, _known, typeof(T), site);
                Way.StepOfSource = _spans.Step;
            }
            return index < _known ? _spans.At(index) : Origin.Newcomer(site);
        }
    }

    // An array or a list, whose records nobody has to wait for. As .NET's own it reads on where a list has grown.
    private sealed class Items(IList<T> items, CurrentSpan span, int site) : IAsyncEnumerable<T>, IAsyncEnumerator<T>
    {
        private readonly Spans _spans = new(items, site);
        private int _next;

        public T Current { get; private set; } = default!;

        internal Way Way => _spans.Way;

        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync()
        {
            int index = _next;
            if ((uint)index >= (uint)items.Count)
            {
                _next = int.MaxValue;
                Current = default!;
                return default;
            }
            _next = index + 1;
            Current = items[index];
            span.Value = _spans.At(index);
            return new(true);
        }

        public ValueTask DisposeAsync()
        {
            _next = int.MaxValue;
            Current = default!;
            return default;
        }
    }

    // Another collection with an index, which .NET's operator reads by it.
    private sealed class Indexed(IList<T> items, CurrentSpan span, int site) : IList<T>
    {
        private readonly Spans _spans = new(items, site);

        public int Count => items.Count;

        public bool IsReadOnly => true;

        internal Way Way => _spans.Way;

        public T this[int index]
        {
            get
            {
                T item = items[index];
                span.Value = _spans.At(index);
                return item;
            }
            set => throw new NotSupportedException();
        }

        public IEnumerator<T> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException();

        public int IndexOf(T item) => throw new NotSupportedException();

        public bool Contains(T item) => throw new NotSupportedException();

        public void CopyTo(T[] array, int arrayIndex) => throw new NotSupportedException();

        public void Add(T item) => throw new NotSupportedException();

        public void Insert(int index, T item) => throw new NotSupportedException();

        public bool Remove(T item) => throw new NotSupportedException();

        public void RemoveAt(int index) => throw new NotSupportedException();

        public void Clear() => throw new NotSupportedException();
    }

    // Anything else.
    private sealed class Records(Flow<T> source, CurrentSpan span) : IEnumerable<T>, IEnumerator<T>
    {
        private Flow<T>? _records;

        public T Current => _records!.Value;

        object? IEnumerator.Current => Current;

        internal LateWay Way { get; } = new();

        public IEnumerator<T> GetEnumerator()
        {
            _records = source.Start();
            return this;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public bool MoveNext()
        {
            Flow<T> records = _records!;
            if (!records.MoveNext()) return false;
            span.Value = records.Span;
            if (Way.StepOfSource == 0) Way.StepOfSource = records.Step;
            return true;
        }

        public void Dispose() => _records?.Dispose();

        void IEnumerator.Reset() => throw new NotSupportedException();
    }
}
