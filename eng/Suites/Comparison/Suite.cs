namespace Weft.Suites.Comparison;

/// <summary>A test suite to be compared.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Folder">The output folder of its build.</param>
/// <param name="Tests">The test assembly's file name.</param>
/// <param name="Woven">File names of the assemblies that are woven.</param>
/// <param name="Modes">The weaver's modes that are compared.</param>
/// <param name="Patience">How long one run may take.</param>
/// <param name="Arguments">More arguments for the test runner.</param>
internal sealed record Suite(
    string Name, string Folder, string Tests, IReadOnlyList<string> Woven, IReadOnlyList<string> Modes, TimeSpan Patience, IReadOnlyList<string> Arguments)
{
    public static readonly string[] AllModes = ["Record", "NoOp"];
}
