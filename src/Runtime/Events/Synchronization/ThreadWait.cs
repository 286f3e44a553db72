using Weft.Capture;

namespace Weft.Events.Synchronization;

/// <summary>A thread's wait for what was not there when it came; over when it is disposed.</summary>
internal readonly ref struct ThreadWait : IDisposable
{
    private readonly WaitedFor _waitedFor;
    private readonly ExecutionUnit _unit;
    private readonly ref readonly bool _isOver;
    private readonly long _ticket;
    private readonly int _siteNumber;

    /// <summary>The wait begins.</summary>
    /// <param name="waitedFor">What the thread waits for.</param>
    /// <param name="ticket">What it has given to who waits.</param>
    /// <param name="isOver">Whether it has come, behind the wait.</param>
    /// <param name="site">The call's site.</param>
    internal ThreadWait(WaitedFor waitedFor, long ticket, ref readonly bool isOver, int site)
    {
        (_waitedFor, _ticket, _siteNumber, _unit) = (waitedFor, ticket, SiteRegistry.NumberOf(site), ExecutionUnit.Current);
        _isOver = ref isOver;
        _unit.Wait(null, site);
    }

    public void Dispose() => _waitedFor.End(_unit, _ticket, _isOver, _siteNumber);
}
