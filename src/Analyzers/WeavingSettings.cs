using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Weft.Fody.Configuration;

namespace Weft.Analyzers;

/// <summary>What the build says of weaving, as the compiler hands it to analyzers: the MSBuild properties <c>WeftMode</c> and <c>WeftExclude</c>.</summary>
internal sealed class WeavingSettings
{
    private readonly TypePattern[] _excluded;
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    private WeavingSettings(bool isOff, TypePattern[] excluded)
    {
        IsOff = isOff;
        _excluded = excluded;
    }

    /// <summary>Whether nothing of the project is woven.</summary>
    internal bool IsOff { get; }

    internal static WeavingSettings Of(AnalyzerConfigOptionsProvider options)
    {
        // The package writes the entries with '|' between them: in a config file a comment begins at ';'.
        IEnumerable<string> excluded = Value(options, "WeftExcludeSeen").Split('|').Select(entry => entry.Trim()).Where(entry => entry.Length > 0);
        return new WeavingSettings(string.Equals(Value(options, "WeftMode"), "Off", StringComparison.OrdinalIgnoreCase), excluded.Select(entry => new TypePattern(entry)).ToArray());
    }

    /// <summary>Whether the weaver leaves a type alone, because it or a type around it is named.</summary>
    internal bool IsExcluded(INamedTypeSymbol? type)
    {
        if (_excluded.Length == 0) return false;
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
            if (_known.GetOrAdd(outer, IsNamed)) return true;
        return false;
    }

    private bool IsNamed(INamedTypeSymbol type) => Array.Exists(_excluded, pattern => pattern.Matches(FollowedMethods.NameOf(type)));

    private static string Value(AnalyzerConfigOptionsProvider options, string property) => options.GlobalOptions.TryGetValue("build_property." + property, out string? value) ? value : "";
}
