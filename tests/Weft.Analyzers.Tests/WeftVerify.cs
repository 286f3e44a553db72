using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Weft.Analyzers.Tests;

/// <summary>What tests of rules talk to: adds the real Weft.dll and the build's properties to every compilation.</summary>
internal static class WeftVerify<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>Test code in a woven project; diagnostics as in its markup.</summary>
    internal static Task AnalyzerAsync(string source) => new Test(source).RunAsync();

    internal static DiagnosticResult Diagnostic() => new(new TAnalyzer().SupportedDiagnostics.Single());

    internal sealed class Test : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        internal Test(string source, bool referencesWeft = true)
        {
            TestState.Sources.Add(source);
            if (referencesWeft) TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(SpanId).Assembly.Location));
        }

        internal Test WithWeftMode(string mode)
        {
            TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\nbuild_property.WeftMode = {mode}\n"));
            return this;
        }
    }
}
