using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weft.Fody.Tests.Harness;

/// <summary>Makes input that C# does not write but other compilers do.</summary>
internal static class Mutation
{
    public static CompiledAssembly Of(CompiledAssembly assembly, Action<ModuleDefinition> change)
    {
        using ModuleDefinition module = IlPrinter.Read(assembly);
        change(module);
        using var dll = new MemoryStream();
        using var pdb = new MemoryStream();
        module.Write(dll, assembly.Pdb is null
            ? new WriterParameters()
            : new WriterParameters { WriteSymbols = true, SymbolStream = pdb, SymbolWriterProvider = new PortablePdbWriterProvider() });
        return new CompiledAssembly(assembly.Name, dll.ToArray(), assembly.Pdb is null ? null : pdb.ToArray());
    }

    public static MethodDefinition Method(ModuleDefinition module, string name) => module.GetTypes().SelectMany(t => t.Methods).Single(m => m.Name == name);

    public static Instruction CallOf(MethodDefinition method, string called) =>
        method.Body.Instructions.First(i => i.OpCode.Code == Code.Call && i.Operand is MethodReference m && m.Name == called);
}
