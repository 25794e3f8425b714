#if !LIBRARY
using var model = new Backends.Mlp();
Console.WriteLine(model.Groups.Count);
#endif
