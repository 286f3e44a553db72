using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Source;

namespace Weft.Fody.Planning;

/// <summary>
/// Where a call stands in the source. A PDB has one point for a whole statement, and a chain of operators is one statement over many lines; but
/// the lambda that a call takes has points of its own. So a call is where its first lambda is, and without one where its statement begins.
/// </summary>
internal static class CallLocation
{
    public static SourceLocation Of(Instruction call, MethodIl il, StackFlow flow)
    {
        SourceLocation statement = SourceLocation.Of(il.Method, call);
        if (statement.Point is null) return statement;

        for (int operand = 0; operand < flow.OperandCount(call); operand++)
        {
            foreach (Instruction producer in flow.Producers(call, operand))
            {
                if (Lambda(producer, flow) is { } lambda && SourceLocation.Of(lambda) is { Point: not null } body && statement.Contains(body)) return body;
            }
        }
        return statement;
    }

    /// <summary>The lambda or local function that a new delegate calls; null for anything else.</summary>
    // newobj Func<..>::.ctor(object, native int), with the lambda's address from ldftn.
    public static MethodDefinition? Lambda(Instruction producer, StackFlow flow)
    {
        if (producer.OpCode.Code != Code.Newobj || flow.OperandCount(producer) != 2) return null;
        Instruction? address = flow.Producers(producer, 1).FirstOrDefault();
        return address?.OpCode.Code == Code.Ldftn && address.Operand is MethodReference lambda && GeneratedNames.IsGenerated(lambda.Name)
            ? lambda.Resolve()
            : null;
    }
}
