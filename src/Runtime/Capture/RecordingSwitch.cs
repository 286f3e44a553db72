using Weft.Flows;

namespace Weft.Capture;

/// <summary>Whether this process records. Alone in its class so that the JIT can fold the field to a constant.</summary>
internal static class RecordingSwitch
{
    // The private members that Weft uses are those of this version; for any other, looking at them costs a few milliseconds at the start.
    private const int KnownVersion = 10;

    internal static readonly bool IsOn = IsOnFor(
        Environment.GetEnvironmentVariable("WEFT"), Complaints.Write, () => Environment.Version.Major == KnownVersion ? null : BaseLibrary.FindMissing());

    /// <summary>Decides from the variable's value, unless the base library lacks a member (<paramref name="findMissing"/> says which), without which nothing can be recorded.</summary>
    internal static bool IsOnFor(string? value, Action<string> complain, Func<string?> findMissing)
    {
        switch (value?.Trim().ToUpperInvariant())
        {
            case "0" or "OFF" or "FALSE" or "NO":
                return false;
            case null or "" or "1" or "ON" or "TRUE" or "YES":
                break;
            default:
                complain($"WEFT={value} is not understood: expected 0, off, false or no, or nothing; this run is recorded");
                break;
        }
        if (findMissing() is not { } missing) return true;
        complain($"nothing is recorded: this version of Weft does not fit .NET {Environment.Version} ({missing}). Run the program on .NET {KnownVersion}, or update Weft");
        return false;
    }
}
