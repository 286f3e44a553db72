using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Sites;

namespace Weft.Fody.Tests.Harness;

/// <summary>What a weave gave: the assembly, its sites, and what the build was told.</summary>
internal sealed record WeaveResult(CompiledAssembly Assembly, SiteTable? Sites, IReadOnlyList<BuildMessage> Messages)
{
    public IEnumerable<string> Warnings => Messages.Where(m => m.Level == "warning").Select(m => m.Text);

    public IEnumerable<string> Errors => Messages.Where(m => m.Level == "error").Select(m => m.Text);

    public string Summary => Messages.Single(m => m.Level == "high").Text;
}

/// <summary>One message to the build, with <c>file:line</c> where the weaver gave a place.</summary>
internal sealed record BuildMessage(string Level, string Text, string? Place = null)
{
    public override string ToString() => Place is null ? $"{Level}: {Text}" : $"{Level} {Place}: {Text}";
}

/// <summary>Runs the weaver the way Fody does, with the references that a build passes.</summary>
internal static class TestWeaver
{
    public static WeaveResult Weave(CompiledAssembly input, TestRuntime? runtime = null, string config = "<Weft/>", IEnumerable<CompiledAssembly>? references = null, bool withoutRuntime = false)
    {
        using var resolver = new ReferenceResolver(withoutRuntime ? null : runtime ?? TestRuntime.Fake, references ?? []);
        var messages = new List<BuildMessage>();
        var reader = new ReaderParameters { AssemblyResolver = resolver, ReadSymbols = input.Pdb is not null };
        if (input.Pdb is not null) reader.SymbolStream = new MemoryStream(input.Pdb);

        using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(input.Dll), reader);
        Run(module, resolver, config, messages);

        using var dll = new MemoryStream();
        using var pdb = new MemoryStream();
        module.Write(dll, input.Pdb is null
            ? new WriterParameters()
            : new WriterParameters { WriteSymbols = true, SymbolStream = pdb, SymbolWriterProvider = new PortablePdbWriterProvider() });
        var sites = module.Resources.OfType<EmbeddedResource>().FirstOrDefault(r => r.Name == SiteTable.ResourceName);
        return new WeaveResult(
            new CompiledAssembly(input.Name, dll.ToArray(), input.Pdb is null ? null : pdb.ToArray()),
            sites is null ? null : SiteTable.Read(sites.GetResourceData()),
            messages);
    }

    /// <summary>Runs the weaver on a module in memory.</summary>
    public static void Run(ModuleDefinition module, ReferenceResolver resolver, string config, List<BuildMessage> messages)
    {
#pragma warning disable CS0618 // Fody sets these; there is no other way to hear a weaver.
        var weaver = new ModuleWeaver
        {
            ModuleDefinition = module,
            AssemblyResolver = resolver,
            ResolveAssembly = resolver.Resolve,
            Config = XElement.Parse(config),
            LogInfo = text => messages.Add(new BuildMessage("info", text)),
            LogMessage = (text, importance) => messages.Add(new BuildMessage(importance.ToString().ToLowerInvariant(), text)),
            LogWarningPoint = (text, point) => messages.Add(new BuildMessage("warning", text, Place(point))),
            LogErrorPoint = (text, point) => messages.Add(new BuildMessage("error", text, Place(point))),
        };
#pragma warning restore CS0618
        weaver.Execute();
    }

    private static string? Place(SequencePoint? point) => point is null ? null : $"{point.Document.Url}({point.StartLine},{point.StartColumn})";
}
