using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Weft.Analyzers;

namespace Weft.Rules;

/// <summary>Other people's source, compiled without its packages: what cannot be resolved is an error that the rules have to live with.</summary>
internal static class Corpus
{
    private const string GlobalUsings = "global using System; global using System.Linq; global using System.Threading; global using System.Threading.Tasks; global using System.Collections.Generic;\n";

    private static readonly string _referencePack = typeof(Corpus).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ReferencePack").Value!;

    private static readonly CSharpParseOptions _syntax = new(LanguageVersion.Preview);

    private static readonly MetadataReference[] _references = [.. Directory.GetFiles(_referencePack, "*.dll").Append(typeof(SpanId).Assembly.Location).Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>Runs all rules over one compilation, and adds what they found and took.</summary>
    internal static void Run(SourceTree source, Vocabulary vocabulary, BuildProperties build, CorpusResult result)
    {
        SyntaxTree[] trees = [.. source.Files.AsParallel().AsOrdered().Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Text), _syntax, file.Path))];
        result.Lines += trees.Sum(tree => (long)tree.GetText().Lines.Count);
        result.Files += trees.Length;
        IEnumerable<SyntaxTree> all = trees.Prepend(CSharpSyntaxTree.ParseText(GlobalUsings, _syntax, "<corpus>"));
        CSharpCompilation compilation = CSharpCompilation.Create(source.Name, all, _references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false));

        // The compiler's own work first, by itself; then the rules over a fresh compilation, which binds again.
        var compiler = Stopwatch.StartNew();
        _ = compilation.GetDiagnostics();
        compiler.Stop();
        result.Compiler += compiler.Elapsed;

        var analysis = new CompilationWithAnalyzers(compilation, [new WeftAnalyzer(vocabulary)], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], build), (exception, _, diagnostic) => result.Crashes.Add($"{source.Name}: {exception} {diagnostic}"), concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        ImmutableArray<Diagnostic> found = analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        result.Rules += analysis.GetAnalyzerTelemetryInfoAsync(analysis.Analyzers[0], CancellationToken.None).GetAwaiter().GetResult().ExecutionTime;
        result.Findings.AddRange(found.Select(diagnostic => CorpusFinding.Of(source, diagnostic)));
        result.Crashes.AddRange(found.Where(diagnostic => diagnostic.Id == "AD0001").Select(diagnostic => diagnostic.ToString()));
    }
}
