namespace Weft.Suites;

internal static class ExitCode
{
    public const int Equal = 0;

    /// <summary>A test differs, or what was woven is not valid.</summary>
    public const int Different = 1;

    /// <summary>Nothing could be compared.</summary>
    public const int Failed = 2;
}
