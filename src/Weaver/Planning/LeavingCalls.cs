using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Catalog;
using Weft.Fody.Reporting;

namespace Weft.Fody.Planning;

/// <summary>Pass: tells of the calls by which records leave what Weft follows, and whose result could not be marked. Edits nothing.</summary>
internal static class LeavingCalls
{
    public static void Run(IEnumerable<MethodDefinition> methods, ToldEnds told)
    {
        foreach (MethodDefinition method in methods)
        {
            foreach (Instruction call in method.Body.Instructions)
            {
                if (call.OpCode.Code is Code.Call or Code.Callvirt && call.Operand is MethodReference called && LeavingMethods.Include(called.DeclaringType.GetElementType().FullName, called.Name)) told.Tell(method, call);
            }
        }
    }
}
