using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Configuration;
using Weft.Fody.Contract;
using Weft.Fody.Il;

namespace Weft.Fody.Emission;

/// <summary>The code that loads a site's handle: <c>Base + (row &lt;&lt; 1 | isOutput)</c>.</summary>
internal sealed class SiteHandles
{
    // Null where nothing records: then nobody looks at a handle, and a constant keeps the module from registering its sites.
    private readonly FieldDefinition? _base;

    private SiteHandles(FieldDefinition? @base) => _base = @base;

    /// <summary>Adds the class <c>&lt;Weft&gt;Sites</c> to a module that will record.</summary>
    public static SiteHandles For(ModuleDefinition module, WovenRuntime runtime, WeaverMode mode) =>
        new(mode == WeaverMode.Record ? SitesClass.Add(module, runtime) : null);

    public IReadOnlyList<Instruction> Load(int row, bool isOutput)
    {
        Instruction constant = Constants.Load((row << 1) | (isOutput ? 1 : 0));
        return _base is null ? [constant] : [Instruction.Create(OpCodes.Ldsfld, _base), constant, Instruction.Create(OpCodes.Add)];
    }
}
