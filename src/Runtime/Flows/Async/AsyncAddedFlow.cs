using Weft.Capture;

namespace Weft.Flows.Async;

/// <summary>The operators that add a value of their own to the records that they hand on: a root of the call.</summary>
internal static class AsyncAdded
{
    /// <summary>The result of such an operator over <paramref name="source"/>.</summary>
    /// <param name="source">The sequence that the records come from; may be null, which the operator answers.</param>
    /// <param name="value">The value.</param>
    /// <param name="place">Where it comes.</param>
    /// <param name="operation">.NET's own operator.</param>
    /// <param name="site">The call's site.</param>
    internal static IAsyncEnumerable<T> Of<T>(
        IAsyncEnumerable<T> source, T value, AddedPlace place, Func<IAsyncEnumerable<T>, T, IAsyncEnumerable<T>> operation, int site)
    {
        IAsyncEnumerable<T> plain = operation(source, value); // checks the arguments
        return AsyncEntering.IsDone(plain, source) ? plain : new AsyncAddedFlow<T>(source.AsFlow(site), value, place, operation, site);
    }
}

/// <summary>Where an operator adds its value.</summary>
internal enum AddedPlace
{
    /// <summary>In front of all records.</summary>
    Front,

    /// <summary>Behind all records.</summary>
    End,

    /// <summary>In place of records, when there are none.</summary>
    Empty,
}

/// <summary>A flow over another one whose records keep their spans, with a value more.</summary>
internal sealed class AsyncAddedFlow<T>(AsyncFlow<T> source, T value, AddedPlace place, Func<IAsyncEnumerable<T>, T, IAsyncEnumerable<T>> operation, int site) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        IAsyncEnumerable<T> records = source.Open(span, out Way sourceWay);
        way = new PassedWay(site, sourceWay);
        return place == AddedPlace.Front
            ? new Front(operation(records, value), span, site)
            : operation(new Watched(records, span, place, site), value);
    }

    private static ulong Root(int site) => Recorder.RootRange(Sources.Value(site), 0, 1);

    // The operator's result: its first record is the value, and the others have their spans already.
    private sealed class Front(IAsyncEnumerable<T> records, CurrentSpan span, int site) : AsyncSpanned<T>(records, span)
    {
        private readonly CurrentSpan _span = span;
        private bool _isBehindFirst;

        protected override ulong NextSpan()
        {
            if (_isBehindFirst) return _span.Value;
            _isBehindFirst = true;
            return Root(site);
        }
    }

    // The operator's source: when it has ended, what comes next is the value.
    private sealed class Watched(IAsyncEnumerable<T> records, CurrentSpan span, AddedPlace place, int site) : AsyncReading<T>(records), IAsyncEnumerable<T>, IAsyncEnumerator<T>
    {
        private bool _isDone;

        public T Current => SourceCurrent;

        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            Start(cancellationToken);
            return this;
        }

        protected override void Moved() => _isDone |= place == AddedPlace.Empty;

        protected override void Ended()
        {
            if (_isDone) return;
            _isDone = true;
            span.Value = Root(site);
        }

        protected override void Disposing()
        {
        }
    }
}
