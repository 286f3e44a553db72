using Mono.Cecil;
using Weft.Fody.Contract;

namespace Weft.Fody.Emission;

/// <summary>The fields of closures that the weaver adds beside captured variables, for the records that their values are made of.</summary>
internal sealed class CapturedRecords(ModuleDefinition module, WovenRuntime runtime)
{
    private readonly HashSet<FieldDefinition> _added = [];
    private readonly TypeReference _record = module.ImportReference(runtime.LoopRecord);

    /// <summary>The field beside a captured variable.</summary>
    public FieldReference Beside(FieldReference variable)
    {
        string name = ContractNames.CapturedField + variable.Name;
        FieldDefinition captured = variable.Resolve();
        if (_added.Add(captured)) captured.DeclaringType.Fields.Add(new FieldDefinition(name, FieldAttributes.Public, _record));
        return new FieldReference(name, _record, variable.DeclaringType);
    }
}
