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
    // A unit as the corpus knows it; its own Start and Current come with it.
    private const string ActivityAsUnit = "global using Activity = Weft.ExecutionUnit;\nglobal using ActivityContext = Weft.TraceContext;\n";

    internal static CorpusResult Run(IEnumerable<string> folders, bool asActivity, TextWriter log)
    {
        var result = new CorpusResult();
        MetadataReference[] references = [.. Directory.GetFiles(ReferencePack, "*.dll").Append(typeof(SpanId).Assembly.Location).Select(file => MetadataReference.CreateFromFile(file))];
        foreach (string folder in folders)
        {
            log.WriteLine($"{folder} ...");
            Analyze(folder, references, asActivity, result);
        }
        return result;
    }

    private static string ReferencePack { get; } = typeof(Corpus).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ReferencePack").Value!;

    private static void Analyze(string folder, MetadataReference[] references, bool asActivity, CorpusResult result)
    {
        var syntax = new CSharpParseOptions(LanguageVersion.Preview);
        SyntaxTree[] trees = [.. SourceFiles(folder).AsParallel().AsOrdered().Select(file => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file)), syntax, Path.GetRelativePath(folder, file)))];
        result.Lines += trees.Sum(tree => (long)tree.GetText().Lines.Count);
        result.Files += trees.Length;
        IEnumerable<SyntaxTree> all = trees.Prepend(CSharpSyntaxTree.ParseText("global using System; global using System.Linq; global using System.Threading; global using System.Threading.Tasks; global using System.Collections.Generic;\n" + (asActivity ? ActivityAsUnit : ""), syntax, "<corpus>"));
        CSharpCompilation compilation = CSharpCompilation.Create(Path.GetFileName(folder), all, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false));

        // The compiler's own work first, by itself; then the rules over a fresh compilation, which binds again.
        var compiler = Stopwatch.StartNew();
        _ = compilation.GetDiagnostics();
        compiler.Stop();
        result.Compiler += compiler.Elapsed;

        var analysis = new CompilationWithAnalyzers(compilation, [new WeftAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, diagnostic) => result.Crashes.Add($"{folder}: {exception} {diagnostic}"), concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        ImmutableArray<Diagnostic> found = analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        result.Rules += analysis.GetAnalyzerTelemetryInfoAsync(analysis.Analyzers[0], CancellationToken.None).GetAwaiter().GetResult().ExecutionTime;
        result.Findings.AddRange(found.Select(diagnostic => CorpusFinding.Of(Path.GetFileName(folder), diagnostic)));
        result.Crashes.AddRange(found.Where(diagnostic => diagnostic.Id == "AD0001").Select(diagnostic => diagnostic.ToString()));
    }

    private static IEnumerable<string> SourceFiles(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
