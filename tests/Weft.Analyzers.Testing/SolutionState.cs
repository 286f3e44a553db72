using System.Collections;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Weft.Analyzers.Testing;

/// <summary>The project that is analysed.</summary>
public sealed class SolutionState
{
    /// <summary>The source files, with markup.</summary>
    public SourceList Sources { get; } = new();

    /// <summary>Editor and global config files; paths begin with <c>/</c>.</summary>
    public IList<(string FileName, string Content)> AnalyzerConfigFiles { get; } = [];

    /// <summary>Files that analyzers may read; paths begin with <c>/</c>.</summary>
    public IList<(string FileName, string Content)> AdditionalFiles { get; } = [];

    /// <summary>References beside the base libraries.</summary>
    public IList<MetadataReference> AdditionalReferences { get; } = [];

    /// <summary>Diagnostics expected beside those in the markup.</summary>
    public IList<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>What the project compiles to.</summary>
    public OutputKind OutputKind { get; set; } = OutputKind.DynamicallyLinkedLibrary;
}

/// <summary>Source files; those added without a name are <c>/0/Test0.cs</c>, <c>/0/Test1.cs</c>...</summary>
public sealed class SourceList : IEnumerable<(string FileName, string Content)>
{
    private readonly List<(string FileName, string Content)> _files = [];

    /// <summary>Adds a file that needs no name.</summary>
    public void Add(string content) => _files.Add((string.Create(CultureInfo.InvariantCulture, $"/0/Test{_files.Count}.cs"), content));

    /// <summary>Adds a file under a name.</summary>
    public void Add((string FileName, string Content) file) => _files.Add(file.FileName.StartsWith('/') ? file : ("/0/" + file.FileName, file.Content));

    /// <inheritdoc/>
    public IEnumerator<(string FileName, string Content)> GetEnumerator() => _files.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
