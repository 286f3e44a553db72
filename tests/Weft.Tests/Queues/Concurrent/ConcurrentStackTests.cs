// Proves of ConcurrentStack what ConcurrentCollectionTests says.
using System.Collections.Concurrent;

namespace Weft.Tests.Queues.Concurrent;

public class ConcurrentStackTests() : ConcurrentCollectionTests<ConcurrentStack<int>>("Push", "TryPop")
{
    protected override bool IsLastFirst => true;

    protected override void Put(ConcurrentStack<int> collection, int item, LoopRecord record) => Woven.Push<Recording, int>(collection, item, record, Site(PutSite));

    protected override bool TryTake(ConcurrentStack<int> collection, out int item, ref LoopRecord record) => Woven.TryPop<Recording, int>(collection, out item, ref record, Site(TakeSite));

    protected override bool TryPeek(ConcurrentStack<int> collection, out int item, ref LoopRecord record) => Woven.TryPeek<Recording, int>(collection, out item, ref record, Site(PeekSite));

    protected override void Clear(ConcurrentStack<int> collection) => collection.Clear();

    protected override object PutUntracedAndTake(out LoopRecord record)
    {
        var collection = new ConcurrentStack<Guid>();
        Woven.Push<Recording, Guid>(collection, Guid.Empty, Site(PutSite));
        record = default;
        Assert.True(Woven.TryPop<Recording, Guid>(collection, out _, ref record, Site(TakeSite)));
        return collection;
    }
}
