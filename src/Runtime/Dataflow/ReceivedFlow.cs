using System.Threading.Tasks.Dataflow;
using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Async;

namespace Weft.Dataflow;

/// <summary>The messages of a block as they are received one after the other.</summary>
internal sealed class ReceivedFlow<T>(IReceivableSourceBlock<T> source, Exit exit, CancellationToken cancellationToken, int site) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        way = new PassedWay(site, Way.Issued);
        var receiver = new Receiver<T>(source, exit, site);
        return new Reading(receiver, receiver.ReceiveAllAsync(cancellationToken), span, site);
    }

    private sealed class Reading(Receiver<T> receiver, IAsyncEnumerable<T> messages, CurrentSpan span, int site) : AsyncReading<T>(messages), IAsyncEnumerable<T>, IAsyncEnumerator<T>
    {
        private GrowingRoots _roots = new(Sources.Cut(site, site)); // of messages that code which is not woven sent

        public T Current => SourceCurrent;

        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            Start(cancellationToken);
            return this;
        }

        protected override void Moved() => span.Value = receiver.Span is not 0 and var sent ? sent : _roots.Next();

        protected override void Ended() => _roots.End();
    }
}
