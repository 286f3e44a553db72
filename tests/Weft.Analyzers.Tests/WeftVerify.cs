using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Weft.Analyzers.Tests;

/// <summary>What tests of rules talk to: adds the real Weft.dll and the build's properties to every compilation.</summary>
internal static class WeftVerify<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>Test code in a woven project; diagnostics as in its markup.</summary>
    internal static Task AnalyzerAsync(string source) => new Test(source).RunAsync();

    /// <summary>The same, and what the fix makes of it.</summary>
    internal static Task FixAsync(string source, string fixedSource, int codeAction = 0) => new Test(source, fixedSource) { CodeActionIndex = codeAction }.RunAsync();

    internal static DiagnosticResult Diagnostic(string id) => new(new TAnalyzer().SupportedDiagnostics.Single(rule => rule.Id == id));

    internal sealed class Test : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    {
        internal Test(string source, string? fixedSource = null, bool referencesWeft = true)
        {
            TestState.Sources.Add(source);
            if (fixedSource is not null) FixedState.Sources.Add(fixedSource);
            if (referencesWeft) TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(SpanId).Assembly.Location));
        }

        internal Test WithWeftMode(string mode)
        {
            TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\nbuild_property.WeftMode = {mode}\n"));
            return this;
        }

        /// <summary>Top-level statements.</summary>
        internal Test AsProgram()
        {
            TestState.OutputKind = OutputKind.ConsoleApplication;
            return this;
        }
    }
}
