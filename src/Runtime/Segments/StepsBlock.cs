using Weft.Capture;

namespace Weft.Segments;

/// <summary>Steps with consecutive ids. A step's inputs have smaller ids than the step.</summary>
internal static class StepsBlock
{
    internal static void Write(PayloadWriter payload, IReadOnlyList<Step> steps)
    {
        payload.Varint(steps[0].Id);
        payload.Varint(steps.Count);
        foreach (Step step in steps)
        {
            payload.Varint(step.Site);
            payload.Varint(step.Input);
            payload.Varint(step.Second);
        }
    }

    internal static List<Step> Read(ref PayloadReader payload)
    {
        int id = payload.Int32();
        int count = payload.Count();
        var steps = new List<Step>(count);
        for (; count > 0; count--, id++)
        {
            var step = new Step(id, payload.Int32(), payload.Int32(), payload.Int32());
            if (step.Input >= id || step.Second >= id) payload.Fail($"inputs of step {id} below it (found {step.Input} and {step.Second}) before this");
            steps.Add(step);
        }
        return steps;
    }
}
