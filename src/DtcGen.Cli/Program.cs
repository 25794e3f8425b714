Console.WriteLine("dtc");
