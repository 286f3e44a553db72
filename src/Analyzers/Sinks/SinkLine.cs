using Microsoft.CodeAnalysis.Text;

namespace Weft.Analyzers.Sinks;

/// <summary>One line of the catalog: what methods of a type do with what they are given.</summary>
internal sealed class SinkLine
{
    private const string Catalog = "Weft.Analyzers.Sinks.Sinks.txt";
    private static readonly Lazy<IReadOnlyList<SinkLine>> _builtIn = new(ReadCatalog);

    private SinkLine(SinkKind kind, string type, IReadOnlyList<string> methods)
    {
        Kind = kind;
        Type = type;
        Methods = methods;
    }

    internal SinkKind Kind { get; }

    /// <summary>The type's name in metadata.</summary>
    internal string Type { get; }

    /// <summary>The methods' names; <c>*</c> is all of them.</summary>
    internal IReadOnlyList<string> Methods { get; }

    /// <summary>The lines that come with the rules.</summary>
    internal static IReadOnlyList<SinkLine> BuiltIn => _builtIn.Value;

    /// <summary>The lines of a text; those that cannot be understood are left out.</summary>
    internal static IEnumerable<SinkLine> Read(SourceText text) => text.Lines.Select(line => TryParse(line.ToString())).OfType<SinkLine>();

    private static SinkLine? TryParse(string line)
    {
        string[] words = line.Split('#')[0].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 2 && Enum.TryParse(words[0], ignoreCase: true, out SinkKind kind) && kind != SinkKind.None ? new SinkLine(kind, words[1], words.Skip(2).ToArray()) : null;
    }

    private static IReadOnlyList<SinkLine> ReadCatalog()
    {
        using Stream stream = typeof(SinkLine).Assembly.GetManifestResourceStream(Catalog) ?? throw new InvalidOperationException($"Expected the resource {Catalog} in {typeof(SinkLine).Assembly.FullName}.");
        return Read(SourceText.From(stream)).ToArray();
    }
}
