namespace Weft.Capture;

/// <summary>The process's choice of witnesses, as operators ask for it when they are called.</summary>
internal static class WitnessSetting
{
    private static readonly Witnesses _ofProcess = RecorderOptions.FromEnvironment(Environment.GetEnvironmentVariables(), _ => { }).Witnesses; // complained about with the others

    [ThreadStatic]
    private static Witnesses? _ofThread;

    /// <summary>Whether a result follows from all of its witnesses.</summary>
    internal static bool KeepsAll => (_ofThread ?? _ofProcess) == Witnesses.All;

    /// <summary>Another choice for the calling thread, or null for the process's again; for tests, which must not disturb those of other threads.</summary>
    internal static void UseOnThisThread(Witnesses? witnesses) => _ofThread = witnesses;
}
