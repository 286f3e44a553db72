using Weft.Flows;
using Weft.Flows.Async;

namespace Weft.Channels;

/// <summary>The items of a channel as they are read one after the other.</summary>
internal sealed class ReceivedFlow<T>(LineageChannelReader<T> reader, CancellationToken cancellationToken, int site) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        way = new PassedWay(site, Way.Issued);
        return new Received(reader, cancellationToken, span, site);
    }

    private sealed class Received(LineageChannelReader<T> reader, CancellationToken readingCancelled, CurrentSpan span, int site)
        : AsyncReading<Message<T>>(reader.Messages.ReadAllAsync(readingCancelled)), IAsyncEnumerable<T>, IAsyncEnumerator<T>
    {
        private GrowingRoots _roots = new(Weft.Capture.Sources.Value(site)); // of items that code which is not woven wrote

        public T Current => SourceCurrent.Item;

        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            Start(cancellationToken);
            return this;
        }

        protected override void Waiting() => reader.Wait();

        protected override void Moved()
        {
            Message<T> message = SourceCurrent;
            span.Value = message.Span is not 0 and var sent ? sent : _roots.Next();
            LineageChannelReader<T>.Received(message, site);
        }

        protected override void Ended() => _roots.End();
    }
}
