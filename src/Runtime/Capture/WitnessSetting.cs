namespace Weft.Capture;

/// <summary>The process's choice of witnesses, as operators ask for it when they are called.</summary>
internal static class WitnessSetting
{
    private static readonly Witnesses _ofProcess = RecorderOptions.FromEnvironment(Environment.GetEnvironmentVariables(), _ => { }).Witnesses; // complained about with the others

    private static AsyncLocal<Witnesses?>? _ofFlow; // null but in tests

    /// <summary>Whether a result follows from all of its witnesses.</summary>
    internal static bool KeepsAll => (_ofFlow?.Value ?? _ofProcess) == Witnesses.All;

    /// <summary>Another choice for the calling thread and what it starts or goes on as, or null for the process's again; for tests, which must not disturb others.</summary>
    internal static void UseHere(Witnesses? witnesses)
    {
        Interlocked.CompareExchange(ref _ofFlow, new AsyncLocal<Witnesses?>(), null);
        _ofFlow.Value = witnesses;
    }
}
