using System.Runtime.CompilerServices;
using Weft.Capture;
using Weft.Events;

namespace Weft;

public sealed partial class ExecutionUnit
{
    // Set at hand-overs only, and without a change handler: what does not hand over pays for neither.
    private static readonly AsyncLocal<ExecutionUnit?> _ofFlow = new();
    private static readonly ExecutionUnit _off = new(ExecutionUnitKind.Thread, "", default);

    /// <summary>The execution unit that runs the calling code: the one that was started around it, else the thread's own, which begins at its first use.</summary>
    /// <remarks>It survives awaits and whatever else carries the execution context. When this process records nothing, one that never records.</remarks>
    public static ExecutionUnit Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // folded where nothing is recorded
        get => RecordingSwitch.IsOn ? _ofFlow.Value ?? ThreadFlows.Current.Unit ?? StartThread() : _off;
    }

    /// <summary>As <see cref="Current"/>, without beginning one where there is none yet.</summary>
    internal static ExecutionUnit? CurrentIfAny => _ofFlow.Value ?? ThreadFlows.Current.Unit;

    /// <summary>The unit that the calling flow was given; null where it has the thread's own. Set where flows part.</summary>
    internal static ExecutionUnit? OfFlow
    {
        get => _ofFlow.Value;
        set => _ofFlow.Value = value;
    }

    /// <summary>Begins an execution unit and makes it the current one, until the scope is disposed; then it has ended.</summary>
    /// <param name="kind">What the unit is.</param>
    /// <param name="name">What a person would call it, for example the kind of message; the same name for many units is cheaper.</param>
    /// <param name="cause">
    /// What the unit depends on, for example what came with a message. Without it, the unit goes on from the current one: its first event refers to that one's last,
    /// and it has its trace and its current record. For a new trace: <c>new TraceContext(TraceId.New(), default)</c>.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a member of <see cref="ExecutionUnitKind"/>.</exception>
    public static ExecutionUnitScope Start(ExecutionUnitKind kind, string name, TraceContext cause = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (kind is < ExecutionUnitKind.Thread or > ExecutionUnitKind.Process) throw new ArgumentOutOfRangeException(nameof(kind), kind, $"Expected a member of {nameof(ExecutionUnitKind)}.");
        return RecordingSwitch.IsOn ? Enter(Fork(kind, name, cause)) : default;
    }

    /// <summary>A unit that goes on from the current one, or from <paramref name="cause"/>; not current anywhere yet.</summary>
    internal static ExecutionUnit Fork(ExecutionUnitKind kind, string name, TraceContext cause = default)
    {
        CurrentRecord record = new(cause.Process == 0 ? cause.Span.Value : 0, 0);
        if (cause.IsNone)
        {
            ExecutionUnit parent = Current;
            cause = parent.Context;
            record = parent.Record;
        }
        if (!EventSwitch.IsOn) return new ExecutionUnit(kind, name, record);
        if (cause.Trace.IsNone) cause = cause with { Trace = TraceId.New() };
        return new ExecutionUnit(Recorder.Session, ThreadBuffer.ForEvents, kind, name, cause, record);
    }

    /// <summary>A unit that begins now, to do work that was handed over; not current anywhere yet.</summary>
    internal static ExecutionUnit Begin(ExecutionUnitKind kind, string name, in HandOver from) => EventSwitch.IsOn
        ? new ExecutionUnit(Recorder.Session, ThreadBuffer.ForEvents, kind, name, from.Cause, from.Record, SiteRegistry.NumberOf(from.Site))
        : new ExecutionUnit(kind, name, from.Record);

    /// <summary>Whether the current unit came with the execution context.</summary>
    internal static bool IsOfFlow => _ofFlow.Value is not null;

    /// <summary>Makes a unit the current one of the calling flow, until the scope is disposed.</summary>
    internal static ExecutionUnitScope Enter(ExecutionUnit unit)
    {
        ExecutionUnit? before = _ofFlow.Value;
        _ofFlow.Value = unit;
        return new ExecutionUnitScope(unit, before);
    }

    /// <summary>Undoes <see cref="Enter"/>, where the unit is still the current one of the calling flow.</summary>
    internal static void Leave(ExecutionUnit unit, ExecutionUnit? before)
    {
        if (ReferenceEquals(_ofFlow.Value, unit)) _ofFlow.Value = before;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ExecutionUnit StartThread()
    {
        string name = Thread.CurrentThread.Name ?? "";
        return ThreadFlows.Current.Unit = EventSwitch.IsOn
            ? new ExecutionUnit(Recorder.Session, ThreadBuffer.ForEvents, ExecutionUnitKind.Thread, name, new TraceContext(TraceId.New(), default), default)
            : new ExecutionUnit(ExecutionUnitKind.Thread, name, default);
    }
}
