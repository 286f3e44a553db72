using Mono.Cecil;
using Weft.Fody.Configuration;

namespace Weft.Fody.Mapping;

/// <summary>
/// The package System.Linq.Async, whose class <c>System.Linq.AsyncEnumerable</c> has the name of the base library's. Where records are recorded its
/// operators are woven like those, whose results are the same; where they are not, the package is left to do its own.
/// </summary>
internal static class AsyncPackage
{
    private const string Assembly = "System.Linq.Async";

    // What these give can be told from what the base library gives: a wrapper that is a list where the source is one, and one that is never the source.
    private static readonly string[] _otherwise = ["ToAsyncEnumerable", "SkipLast"];

    /// <summary>Whether a method is the package's, and stays a call of the package.</summary>
    public static bool Keeps(MethodDefinition method, WeaverMode mode) =>
        method.Module.Assembly.Name.Name == Assembly && (mode == WeaverMode.NoOp || _otherwise.Contains(method.Name));
}
