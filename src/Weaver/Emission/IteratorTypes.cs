using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Planning.Iterators;

namespace Weft.Fody.Emission;

/// <summary>
/// Pass: gives the classes of iterators the field that <c>MoveNext</c> writes to and the interface by which it is reached. One whose <c>MoveNext</c> was left
/// alone gets them too: that it says nothing makes answers incomplete, where a class without them would pass for a sequence that nobody traced.
/// </summary>
internal sealed class IteratorTypes(ModuleDefinition module, WovenRuntime runtime)
{
    private const MethodAttributes Implementation =
        MethodAttributes.Private | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.NewSlot | MethodAttributes.Virtual | MethodAttributes.Final;

    private readonly TypeReference _yields = module.ImportReference(runtime.Iterators.Yields);
    private readonly TypeReference _interface = module.ImportReference(runtime.Iterators.YieldsRecords);

    public void Run(FollowedIterators iterators)
    {
        foreach (TypeDefinition type in iterators.Types) Implement(type);
    }

    /// <summary>The field, as the class's own code refers to it.</summary>
    public static FieldReference Field(TypeDefinition type, TypeReference yields) => new(ContractNames.YieldsField, yields, Self.Of(type));

    private void Implement(TypeDefinition type)
    {
        FieldReference field = Field(type, _yields);
        type.Fields.Add(new FieldDefinition(ContractNames.YieldsField, FieldAttributes.Private, _yields));
        type.Interfaces.Add(new InterfaceImplementation(_interface));

        MethodDefinition getter = Add(type, "get_Yields", _yields);
        ILProcessor get = getter.Body.GetILProcessor();
        get.Emit(OpCodes.Ldarg_0);
        get.Emit(OpCodes.Ldfld, field);
        get.Emit(OpCodes.Ret);

        MethodDefinition setter = Add(type, "set_Yields", module.TypeSystem.Void);
        setter.Parameters.Add(new ParameterDefinition("value", ParameterAttributes.None, _yields));
        ILProcessor set = setter.Body.GetILProcessor();
        set.Emit(OpCodes.Ldarg_0);
        set.Emit(OpCodes.Ldarg_1);
        set.Emit(OpCodes.Stfld, field);
        set.Emit(OpCodes.Ret);
    }

    private MethodDefinition Add(TypeDefinition type, string accessor, TypeReference returns)
    {
        var method = new MethodDefinition($"{ContractNames.YieldsRecords}.{accessor}", Implementation, returns);
        method.Overrides.Add(module.ImportReference(runtime.Iterators.YieldsRecords.Methods.Single(m => m.Name == accessor)));
        type.Methods.Add(method);
        return method;
    }
}
