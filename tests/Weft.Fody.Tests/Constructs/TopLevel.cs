using System.IO;
using System.Linq;

string path = Path.GetTempFileName();
File.WriteAllText(path, "one\ntwo\n\n");
string[] words = File.ReadLines(path).Where(line => line.Length > 0).ToArray();
File.Delete(path);
return words.Select(word => word.Length).Sum();
