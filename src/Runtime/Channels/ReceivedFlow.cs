using Weft.Flows;
using Weft.Flows.Async;

namespace Weft.Channels;

/// <summary>The items of a channel as they are read one after the other.</summary>
internal sealed class ReceivedFlow<T>(LineageChannelReader<T> reader, CancellationToken cancellationToken, int site) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        way = new PassedWay(site, Way.Issued);
        return new Received(reader.Messages.ReadAllAsync(cancellationToken), span, site);
    }

    private sealed class Received(IAsyncEnumerable<Message<T>> messages, CurrentSpan span, int site)
        : AsyncReading<Message<T>>(messages), IAsyncEnumerable<T>, IAsyncEnumerator<T>
    {
        private GrowingRoots _roots = new(Weft.Capture.Sources.Value(site)); // of items that code which is not woven wrote

        public T Current => SourceCurrent.Item;

        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            Start(cancellationToken);
            return this;
        }

        protected override void Moved() => span.Value = SourceCurrent.Span is not 0 and var sent ? sent : _roots.Next();

        protected override void Ended() => _roots.End();
    }
}
