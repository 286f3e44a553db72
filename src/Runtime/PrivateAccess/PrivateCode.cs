using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;

namespace Weft.PrivateAccess;

/// <summary>Finds private members of the base library, and compiles what reaches them.</summary>
// Design: for types that are private, members of structs, and references to fields of structs in arrays, which no accessor of the runtime can name. What is missing is told by MissingMemberException: lineage then ends there.
internal static class PrivateCode
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The arguments of what is compiled. In front of them stands one that nobody asks for: a delegate with a target calls its method straight, one without moves all arguments by one first.</summary>
    internal static readonly OpCode FirstArgument = OpCodes.Ldarg_1, SecondArgument = OpCodes.Ldarg_2;

    /// <summary>A method of the shape of a delegate; its first argument is taken for what the instructions take it for.</summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Asked for where code can be made at run time alone: see KnownCollections, Blocks.")]
    [UnconditionalSuppressMessage("Trimming", "IL2090", Justification = "A delegate's Invoke is kept.")]
    internal static TDelegate Compile<TDelegate>(Type owner, Action<ILGenerator> emit) where TDelegate : Delegate
    {
        MethodInfo shape = typeof(TDelegate).GetMethod("Invoke")!;
        var method = new DynamicMethod(typeof(TDelegate).Name, shape.ReturnType, [typeof(object), .. shape.GetParameters().Select(parameter => parameter.ParameterType)], owner.Module, skipVisibility: true);
        ILGenerator il = method.GetILGenerator();
        emit(il);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<TDelegate>(owner);
    }

    /// <summary>What gives where a field of an object is.</summary>
    internal static ReferenceTo<TMember> Reference<TMember>(Type owner, FieldInfo field) => Compile<ReferenceTo<TMember>>(owner, il =>
    {
        il.Emit(FirstArgument);
        il.Emit(OpCodes.Ldflda, field);
    });

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was trimmed is missing, and lineage then ends there.")]
    internal static FieldInfo Field(Type type, string name) => type.GetField(name, Any) ?? throw new MissingFieldException(type.FullName, name);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "As above.")]
    internal static PropertyInfo? FindProperty(Type type, string name) => type.GetProperty(name, Any);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "As above.")]
    internal static MethodInfo Method(Type type, string name) => type.GetMethod(name, Any, Type.EmptyTypes) ?? throw new MissingMethodException(type.FullName, name);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "As above.")]
    internal static ConstructorInfo Constructor(Type type, params Type[] parameters) => type.GetConstructor(Any, parameters) ?? throw new MissingMethodException(type.FullName, ".ctor");
}

/// <summary>Where a member of an object is.</summary>
internal delegate ref TMember ReferenceTo<TMember>(object owner);

/// <summary>Where a member of an element is, of an array that is a member of an object.</summary>
internal delegate ref TMember ReferenceAt<TMember>(object owner, int index);
