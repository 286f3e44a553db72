namespace Weft.Capture;

/// <summary>What the recorder has to say to a person: one line each on standard error.</summary>
internal static class Complaints
{
    internal static void Write(string line)
    {
        try
        {
            Console.Error.WriteLine("weft: " + line);
        }
        catch (IOException)
        {
            // Standard error is closed: there is nobody to tell, and the program is not to be disturbed.
        }
    }
}
