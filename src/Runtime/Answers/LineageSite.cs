using System.Globalization;

namespace Weft;

/// <summary>A place in the source where an operator is called.</summary>
/// <param name="Operator">The operator's name, for example <c>Where</c>.</param>
/// <param name="Method">The enclosing method, for example <c>Report.TopRoutes</c>.</param>
/// <param name="File">The source file as the compiler recorded it; empty when the module had no debug information.</param>
/// <param name="Line">The 1-based line; 0 when unknown.</param>
/// <param name="Column">The 1-based column; 0 when unknown.</param>
/// <param name="Module">The module.</param>
public sealed record LineageSite(string Operator, string Method, string File, int Line, int Column, string Module)
{
    /// <summary>The place without the operator: <c>Program.cs:26</c>, or the method when there is no file.</summary>
    public string Place => File.Length > 0 ? FileName(File) + ":" + Line.ToString(CultureInfo.InvariantCulture) : Method;

    /// <summary>Operator and place: <c>Join Program.cs:26</c>.</summary>
    public override string ToString() => Operator.Length == 0 ? Place : $"{Operator} {Place}";

    // A recording may come from a machine with the other kind of path.
    internal static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
