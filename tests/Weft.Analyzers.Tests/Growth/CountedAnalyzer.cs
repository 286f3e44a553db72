using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Weft.Analyzers.Tests.Growth;

/// <summary>The rules, made to count their own steps: each method that begins, lambdas too, and each jump back of a loop.</summary>
// Design: the analyzers' assembly is rewritten to count, in memory, and loaded beside the original. So nothing that a rule does among its own loops and lambdas can be left out of the count, as it could be
// were the rules to count for themselves; and a count is the same on every machine.
internal static class CountedAnalyzer
{
    private const string Counter = "Steps";

    private static readonly Type _type = Load();
    private static readonly FieldInfo _steps = _type.Assembly.GetType(Counter, throwOnError: true)!.GetField(Counter)!;
    private static readonly CSharpParseOptions _syntax = new(LanguageVersion.Preview);
    private static readonly MetadataReference[] _references = [.. ReferenceAssemblies.Net100, MetadataReference.CreateFromFile(typeof(SpanId).Assembly.Location)];
    private static readonly Lock _turn = new();

    /// <summary>The steps that the rules take over a source, and the findings.</summary>
    internal static (long Steps, int Findings) Run(string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        lock (_turn)
        {
            _steps.SetValue(null, 0L);
            int findings = Analyze(source, kind);
            return ((long)_steps.GetValue(null)!, findings);
        }
    }

    private static int Analyze(string source, OutputKind kind)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Growing", [CSharpSyntaxTree.ParseText(source, _syntax, "Growing.cs")], _references,
            new CSharpCompilationOptions(kind, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));
        Exception? crash = null;
        var analysis = new CompilationWithAnalyzers(compilation, [(DiagnosticAnalyzer)Activator.CreateInstance(_type)!], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => crash = exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        int findings = analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult().Length;
        Assert.True(crash is null, crash?.ToString());
        return findings;
    }

    private static Type Load()
    {
        using var written = new MemoryStream();
        using (AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(typeof(WeftAnalyzer).Assembly.Location))
        {
            ModuleDefinition module = assembly.MainModule;
            var counter = new TypeDefinition("", Counter, Mono.Cecil.TypeAttributes.Public | Mono.Cecil.TypeAttributes.Abstract | Mono.Cecil.TypeAttributes.Sealed, module.TypeSystem.Object);
            var steps = new FieldDefinition(Counter, Mono.Cecil.FieldAttributes.Public | Mono.Cecil.FieldAttributes.Static, module.TypeSystem.Int64);
            counter.Fields.Add(steps);
            foreach (MethodDefinition method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody).ToArray()) Count(method.Body, steps);
            module.Types.Add(counter);
            assembly.Write(written);
        }
        written.Position = 0;
        return new AssemblyLoadContext("counted").LoadFromStream(written).GetType(typeof(WeftAnalyzer).FullName!, throwOnError: true)!;
    }

    private static void Count(Mono.Cecil.Cil.MethodBody body, FieldDefinition steps)
    {
        body.SimplifyMacros();
        var positions = body.Instructions.Select((instruction, position) => (instruction, position)).ToDictionary(each => each.instruction, each => each.position);
        Instruction[] counted = [body.Instructions[0], .. body.Instructions.Where(instruction => instruction.Operand is Instruction target && positions[target] <= positions[instruction])];
        ILProcessor il = body.GetILProcessor();
        foreach (Instruction instruction in counted)
        {
            Instruction[] count = [il.Create(OpCodes.Ldsfld, steps), il.Create(OpCodes.Ldc_I4_1), il.Create(OpCodes.Conv_I8), il.Create(OpCodes.Add), il.Create(OpCodes.Stsfld, steps)];
            foreach (Instruction step in count) il.InsertBefore(instruction, step);
        }
        body.OptimizeMacros();
    }
}
