// Proves of ConcurrentQueue what ConcurrentCollectionTests says.
using System.Collections.Concurrent;

namespace Weft.Tests.Queues.Concurrent;

public class ConcurrentQueueTests() : ConcurrentCollectionTests<ConcurrentQueue<int>>("Enqueue", "TryDequeue")
{
    protected override bool IsLastFirst => false;

    protected override void Put(ConcurrentQueue<int> collection, int item, LoopRecord record) => Woven.Enqueue<Recording, int>(collection, item, record, Site(PutSite));

    protected override bool TryTake(ConcurrentQueue<int> collection, out int item, ref LoopRecord record) => Woven.TryDequeue<Recording, int>(collection, out item, ref record, Site(TakeSite));

    protected override bool TryPeek(ConcurrentQueue<int> collection, out int item, ref LoopRecord record) => Woven.TryPeek<Recording, int>(collection, out item, ref record, Site(PeekSite));

    protected override void Clear(ConcurrentQueue<int> collection) => collection.Clear();

    protected override object PutUntracedAndTake(out LoopRecord record)
    {
        var collection = new ConcurrentQueue<Guid>();
        Woven.Enqueue<Recording, Guid>(collection, Guid.Empty, Site(PutSite));
        record = default;
        Assert.True(Woven.TryDequeue<Recording, Guid>(collection, out _, ref record, Site(TakeSite)));
        return collection;
    }
}
