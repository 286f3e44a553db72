using System.Collections.Concurrent;
using Weft.Capture;
using Weft.Flows;

namespace Weft.Queues;

/// <summary>The items of a blocking collection as they are taken one after the other.</summary>
internal sealed class ConsumedFlow<T>(BlockingCollection<T> collection, CancellationToken cancellationToken, int site) : MethodFlow<T>
{
    private IEnumerator<T>? _items;

    internal override int Step => Steps.Intern(site);

    protected override Flow<T> Clone() => new ConsumedFlow<T>(collection, cancellationToken, site);

    protected override void OnStart() => _items = collection.GetConsumingEnumerable(cancellationToken).GetEnumerator();

    protected override bool Next()
    {
        if (_items is not { } items) return false;
        StoredSpan.Forget();
        if (!items.MoveNext()) return false;
        Value = items.Current;
        Span = StoredSpan.TakeOut(collection, default, site) is { Span: not 0 } record ? record.Span : Origin.Newcomer(site);
        return true;
    }

    public override void Dispose()
    {
        _items?.Dispose();
        _items = null;
        base.Dispose();
    }
}
