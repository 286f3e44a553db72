using System.Globalization;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Sites;

namespace Weft.Fody.Tests.Harness;

/// <summary>Prints what weaving did to an assembly, for snapshots: sites, messages, and the methods that call the runtime.</summary>
internal static class IlPrinter
{
    public static string Print(WeaveResult result)
    {
        var text = new StringBuilder();
        foreach (BuildMessage message in result.Messages) text.Append("# ").Append(message).Append('\n');
        text.Append('\n');
        for (int i = 0; i < result.Sites!.Rows.Count; i++)
        {
            SiteRow row = result.Sites.Rows[i];
            text.Append(CultureInfo.InvariantCulture, $"site {i}: {row.Operator} in {row.Method} at {row.File}({row.Line},{row.Column})");
            if (row.SourceName is not null) text.Append(" from ").Append(row.SourceName);
            if (row.OutputName is not null) text.Append(" output ").Append(row.OutputName);
            text.Append('\n');
        }

        using ModuleDefinition module = Read(result.Assembly);
        foreach (MethodDefinition method in module.GetTypes().SelectMany(t => t.Methods).Where(CallsWoven)) Print(method, text);
        return text.ToString();
    }

    /// <summary>Every body of an assembly, for comparisons.</summary>
    public static string PrintBodies(CompiledAssembly assembly)
    {
        var text = new StringBuilder();
        using ModuleDefinition module = Read(assembly);
        foreach (MethodDefinition method in module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody)) Print(method, text);
        return text.ToString();
    }

    public static ModuleDefinition Read(CompiledAssembly assembly)
    {
        var parameters = new ReaderParameters { ReadSymbols = assembly.Pdb is not null };
        if (assembly.Pdb is not null)
        {
            parameters.SymbolReaderProvider = new PortablePdbReaderProvider();
            parameters.SymbolStream = new MemoryStream(assembly.Pdb);
        }
        return ModuleDefinition.ReadModule(new MemoryStream(assembly.Dll), parameters);
    }

    private static bool CallsWoven(MethodDefinition method) =>
        method.HasBody && method.Body.Instructions.Any(i => i.Operand is MethodReference called && called.DeclaringType.FullName == ContractNames.Woven);

    private static void Print(MethodDefinition method, StringBuilder text)
    {
        text.Append('\n').Append(Short(method.FullName)).Append('\n');
        foreach (VariableDefinition variable in method.Body.Variables)
        {
            string name = method.DebugInformation.TryGetName(variable, out string found) ? found : "";
            text.Append($"  .local {variable.Index} {Short(variable.VariableType.FullName)} {name}".TrimEnd()).Append('\n');
        }

        Dictionary<Instruction, string> labels = Labels(method.Body);
        IDictionary<Instruction, SequencePoint> points = method.DebugInformation.GetSequencePointMapping();
        foreach (Instruction instruction in method.Body.Instructions)
        {
            if (points.TryGetValue(instruction, out SequencePoint? point))
                text.Append("  // ").Append(Place(point)).Append('\n');
            text.Append(labels.TryGetValue(instruction, out string? label) ? (label + ":").PadRight(6) : "      ");
            text.Append($"{instruction.OpCode.Name} {Operand(instruction, labels)}".TrimEnd()).Append('\n');
        }
        foreach (ExceptionHandler handler in method.Body.ExceptionHandlers)
            text.Append(CultureInfo.InvariantCulture, $"  .try {At(handler.TryStart)}..{At(handler.TryEnd)} {handler.HandlerType.ToString().ToLowerInvariant()} {handler.CatchType?.Name} {At(handler.HandlerStart)}..{At(handler.HandlerEnd)}\n");

        string At(Instruction? instruction) => instruction is null ? "end" : labels[instruction];
    }

    private static string Place(SequencePoint point) =>
        point.IsHidden ? "hidden" : $"{point.StartLine},{point.StartColumn}-{point.EndLine},{point.EndColumn}";

    private static Dictionary<Instruction, string> Labels(MethodBody body)
    {
        var targets = new HashSet<Instruction>();
        foreach (Instruction instruction in body.Instructions) targets.UnionWith(Il.Branches.Targets(instruction));
        foreach (ExceptionHandler handler in body.ExceptionHandlers)
            targets.UnionWith(new[] { handler.TryStart, handler.TryEnd, handler.HandlerStart, handler.HandlerEnd }.Where(i => i is not null));
        return body.Instructions.Where(targets.Contains).Select((instruction, number) => (instruction, number)).ToDictionary(p => p.instruction, p => "L" + p.number);
    }

    private static string Operand(Instruction instruction, Dictionary<Instruction, string> labels) => instruction.Operand switch
    {
        null => "",
        Instruction target => labels[target],
        Instruction[] targets => string.Join(", ", targets.Select(t => labels[t])),
        string literal => $"\"{literal}\"",
        MemberReference member => Short(member.FullName),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        object other => other.ToString()!,
    };

    // Namespaces of the base libraries say nothing here and fill the lines.
    private static string Short(string name) =>
        name.Replace("System.Collections.Generic.", "").Replace("System.Linq.", "").Replace("System.Runtime.CompilerServices.", "").Replace("System.Threading.Tasks.", "").Replace("System.", "");
}
