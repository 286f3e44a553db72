using Microsoft.CodeAnalysis.Diagnostics;

namespace Weft.Analyzers;

/// <summary>The MSBuild property <c>WeftMode</c>, as the compiler hands it to analyzers.</summary>
internal static class WeavingMode
{
    /// <summary>Whether nothing is woven, so that nothing can be said about weaving.</summary>
    internal static bool IsOff(AnalyzerConfigOptionsProvider options)
        => options.GlobalOptions.TryGetValue("build_property.WeftMode", out string? mode) && string.Equals(mode, "Off", StringComparison.OrdinalIgnoreCase);
}
