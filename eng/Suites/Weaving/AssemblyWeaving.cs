using System.Diagnostics;
using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody;

namespace Weft.Suites.Weaving;

/// <summary>Runs the weaver on an assembly that is built already, the way Fody does in a build.</summary>
internal static class AssemblyWeaving
{
    private const string FlowEnd = "the flow ends at ";

    /// <exception cref="SuiteException">The assembly has native code beside its IL.</exception>
    public static WeaveReport Run(string assembly, string output, string mode)
    {
        byte[] dll = File.ReadAllBytes(assembly);
        using var resolver = new ReferenceFolders(Path.GetDirectoryName(assembly)!);
        var messages = new List<(string Level, string Text)>();

        var watch = Stopwatch.StartNew();
        SymbolFormat symbols = SymbolFormat.Of(assembly, dll);
        using ModuleDefinition module = symbols.Read(dll, resolver);
        long read = watch.ElapsedMilliseconds;
        int methods = module.GetTypes().SelectMany(type => type.Methods).Count(method => method.HasBody);

        watch.Restart();
        Weave(module, resolver, mode, messages);
        long weave = watch.ElapsedMilliseconds;

        watch.Restart();
        if (!messages.Exists(m => m.Level == "error")) symbols.Write(module, output);
        long write = watch.ElapsedMilliseconds;

        using Process self = Process.GetCurrentProcess();
        return new WeaveReport
        {
            Methods = methods,
            Summary = messages.LastOrDefault(m => m.Level == "summary").Text ?? "nothing was woven",
            Warnings = [.. messages.Where(m => m.Level == "warning").Select(m => m.Text)],
            Errors = [.. messages.Where(m => m.Level == "error").Select(m => m.Text)],
            FlowEnds = messages.Where(m => m.Level == "info" && m.Text.Contains(FlowEnd, StringComparison.Ordinal)).CountBy(m => ReasonOf(m.Text)).ToDictionary(),
            SizeBefore = dll.Length,
            SizeAfter = new FileInfo(output).Length,
            ReadTime = read,
            WeaveTime = weave,
            WriteTime = write,
            PeakMemory = self.PeakWorkingSet64,
        };
    }

    private static void Weave(ModuleDefinition module, ReferenceFolders resolver, string mode, List<(string Level, string Text)> messages)
    {
#pragma warning disable CS0618 // Fody sets these; there is no other way to hear a weaver.
        var weaver = new ModuleWeaver
        {
            ModuleDefinition = module,
            AssemblyResolver = resolver,
            ResolveAssembly = resolver.Resolve,
            Config = new XElement("Weft", new XAttribute("Mode", mode)),
            LogInfo = text => messages.Add(("info", text)),
            LogMessage = (text, _) => messages.Add(("summary", text)),
            LogWarningPoint = (text, point) => messages.Add(("warning", Place(point) + text)),
            LogErrorPoint = (text, point) => messages.Add(("error", Place(point) + text)),
        };
#pragma warning restore CS0618
        weaver.Execute();
    }

    private static string Place(SequencePoint? point) => point is null ? "" : $"{Path.GetFileName(point.Document.Url)}({point.StartLine},{point.StartColumn}): ";

    // `..the flow ends at Where: the reason. Answers about..`
    private static string ReasonOf(string message)
    {
        string cause = message[(message.IndexOf(FlowEnd, StringComparison.Ordinal) + FlowEnd.Length)..];
        int from = cause.IndexOf(": ", StringComparison.Ordinal), to = cause.IndexOf(". Answers", StringComparison.Ordinal);
        return from >= 0 && to > from ? cause[(from + 2)..to] : cause;
    }
}
