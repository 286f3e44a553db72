using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;

namespace Weft.Fody.Emission;

/// <summary>
/// Adds the class <c>&lt;Weft&gt;Sites</c>: <c>static readonly int Base = Woven.RegisterModule(typeof(&lt;Weft&gt;Sites), version)</c>. The runtime gives each
/// module a range of site numbers; the JIT folds the field to a constant once the class is initialised.
/// </summary>
internal static class SitesClass
{
    /// <summary>Adds the class and returns its field.</summary>
    public static FieldDefinition Add(ModuleDefinition module, WovenRuntime runtime)
    {
        // BeforeFieldInit: the check for initialisation may leave the methods that read the field.
        var type = new TypeDefinition(
            "",
            ContractNames.SitesClass,
            TypeAttributes.NotPublic | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit,
            module.TypeSystem.Object);
        type.CustomAttributes.Add(new CustomAttribute(CompilerGenerated(module)));

        var field = new FieldDefinition(ContractNames.SitesBase, FieldAttributes.Assembly | FieldAttributes.Static | FieldAttributes.InitOnly, module.TypeSystem.Int32);
        type.Fields.Add(field);
        type.Methods.Add(Initializer(module, runtime, type, field));
        module.Types.Add(type);
        return field;
    }

    private static MethodDefinition Initializer(ModuleDefinition module, WovenRuntime runtime, TypeDefinition type, FieldDefinition field)
    {
        var initializer = new MethodDefinition(
            ".cctor",
            MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName,
            module.TypeSystem.Void);
        ILProcessor il = initializer.Body.GetILProcessor();
        il.Emit(OpCodes.Ldtoken, type);
        il.Emit(OpCodes.Call, TypeFromHandle(module));
        il.Emit(OpCodes.Ldc_I4, ContractNames.Version);
        il.Emit(OpCodes.Call, module.ImportReference(runtime.RegisterModule));
        il.Emit(OpCodes.Stsfld, field);
        il.Emit(OpCodes.Ret);
        return initializer;
    }

    private static MethodReference TypeFromHandle(ModuleDefinition module)
    {
        TypeReference type = CoreType(module, "System", "Type");
        TypeReference handle = CoreType(module, "System", "RuntimeTypeHandle");
        handle.IsValueType = true;
        return new MethodReference("GetTypeFromHandle", type, type) { Parameters = { new ParameterDefinition(handle) } };
    }

    private static MethodReference CompilerGenerated(ModuleDefinition module) =>
        new(".ctor", module.TypeSystem.Void, CoreType(module, "System.Runtime.CompilerServices", "CompilerGeneratedAttribute")) { HasThis = true };

    private static TypeReference CoreType(ModuleDefinition module, string @namespace, string name) =>
        new(@namespace, name, module, module.TypeSystem.CoreLibrary);
}
