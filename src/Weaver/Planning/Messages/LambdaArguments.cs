using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Messages;

/// <summary>What a lambda is given, or has captured: whoever calls it may not tell what that is made of.</summary>
internal sealed class LambdaArguments
{
    private readonly Reach _reach;

    private LambdaArguments(Reach reach) => _reach = reach;

    /// <summary>Those of a method; null of one that is no lambda.</summary>
    /// <param name="il">The method.</param>
    /// <param name="flow">Its stack.</param>
    /// <param name="given">What it knows of its arguments; null where it is told nothing.</param>
    public static LambdaArguments? Of(MethodIl il, StackFlow flow, GivenBody? given)
    {
        TypeDefinition type = il.Method.DeclaringType;
        bool isLambda = GeneratedNames.IsLambda(il.Method.Name) || GeneratedNames.IsOfLambda(type.Name); // what has captured `this` alone stands in the class
        return isLambda || IsOfLambdas(type) || (type.IsNested && IsOfLambdas(type.DeclaringType)) ? new LambdaArguments(Reach.Of(il, flow, i => given?.IsArgument(i) == true || IsCaptured(i))) : null;
    }

    /// <summary>Whether a value may be made of them.</summary>
    public bool MayMake(Operand value) => _reach.Includes(value);

    private static bool IsCaptured(Instruction instruction) => instruction.OpCode.Code is Code.Ldfld or Code.Ldflda && instruction.Operand is FieldReference { DeclaringType: var type, FieldType: var of } && IsOfLambdas(type) && !IsOfLambdas(of);

    // Where compilers put lambdas and the variables that they capture.
    private static bool IsOfLambdas(TypeReference type) => type.Name.StartsWith("<>c", System.StringComparison.Ordinal);
}
